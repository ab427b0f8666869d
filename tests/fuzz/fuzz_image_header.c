/* image_header() and the readers of poppler's plain output on any bytes: no over-read, no endless chain, sizes within the limits when it says OK. */
#include <assert.h>
#include <stdint.h>

#include "parsers/letter/image.h"
#include "parsers/letter/pdftext.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct image_header h;
	struct parse_note note;
	if (image_header(bytes, n, &image_limits_default, &h, &note) == PARSE_OK) {
		assert(h.complete && h.pages <= image_limits_default.pages);
		assert((uint64_t)h.width * h.height <= image_limits_default.pixels);
	}
	struct arena *a = arena_new(1u << 20);
	struct pdf_info info;
	struct pdf_images images;
	if (a && pdf_info_parse((const char *)bytes, n, 200, a, &info, &note) == PARSE_OK)
		assert(info.pages >= 1 && info.pages <= 200);
	(void)pdf_images_parse((const char *)bytes, n, &(struct pdf_size){ 595, 842 }, &images);
	assert(images.covered >= 0 && images.covered <= 1);
	arena_free(a);
	return 0;
}
