/* The bytes of communes.tsv, which make.py writes, inside the program: a binary that is copied alone has them. */
#if defined(__APPLE__)
    .section __TEXT,__const
    .globl _qpv_communes_begin
    .globl _qpv_communes_end
_qpv_communes_begin:
    .incbin "communes.tsv"
_qpv_communes_end:
#else
    .section .rodata
    .globl qpv_communes_begin
    .globl qpv_communes_end
qpv_communes_begin:
    .incbin "communes.tsv"
qpv_communes_end:
    .section .note.GNU-stack,"",%progbits
#endif
