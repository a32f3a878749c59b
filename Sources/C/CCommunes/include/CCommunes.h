/* The table of communes inside the program. */
#ifndef CCOMMUNES_H
#define CCOMMUNES_H
extern const unsigned char qpv_communes_begin[];
extern const unsigned char qpv_communes_end[];

/* The first byte of the table. */
static inline const unsigned char *qpv_communes_bytes(void) { return qpv_communes_begin; }

/* The number of its bytes. */
static inline long qpv_communes_count(void) { return qpv_communes_end - qpv_communes_begin; }
#endif
