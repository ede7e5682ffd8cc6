"""P06: carrying a change of law into every procedure within three months (QĐ 19/2014/QĐ-TTg, Điều 4)."""
