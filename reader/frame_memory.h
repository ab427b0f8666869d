/* reader/frame_memory.h — where a zygote's frames lie: in a page of their own, wiped once nothing of them is left.
 *
 * What a frame said of one document must not lie about in memory when the next is read. And after every fork the first write to a page copies it, and interrupts the
 * other processors to tell them: frames that lay wherever malloc has room would cost a page each for the allocator's lists, too.
 */
#ifndef KLACHTD_READER_FRAME_MEMORY_H
#define KLACHTD_READER_FRAME_MEMORY_H

/* For all of jansson's allocations in this process, from now on; what does not fit comes from malloc, and is wiped when it is freed. */
void frame_memory_use(void);

#endif
