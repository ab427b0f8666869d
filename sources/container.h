/* sources/container.h — is this scan whole, as far as its container tells? A writer that stopped half-way is told from one that is done.
 *
 * Source:  ISO 32000-1 section 7.5.5 (%%EOF), ITU T.81 section B.2.1 (EOI), PNG (ISO 15948) section 11.2.5 (IEND), TIFF 6.0 section 2 (IFDs).
 * Limits:  a read of at most 64 KiB, or 20 000 small ones (TIFF; then it counts as whole). Nothing of the content is kept or believed: this only says "wait longer".
 * Departs: bytes after the end are allowed (padding, a camera's trailer) as far as the window reaches. A format that is not one of these is whole.
 */
#ifndef KLACHTD_SOURCES_CONTAINER_H
#define KLACHTD_SOURCES_CONTAINER_H

#include <stdbool.h>
#include <stdint.h>

bool container_whole(int fd, int64_t bytes);

#endif
