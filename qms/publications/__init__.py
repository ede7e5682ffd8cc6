"""Publication of the QMS: that it conforms, for which procedures, where it is posted (19/2014/QĐ-TTg, Article 4)."""
