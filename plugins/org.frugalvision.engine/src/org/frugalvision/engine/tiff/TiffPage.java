// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A page of a file.
 *
 * @param fields what it says of itself
 * @param index its place among the pages of the file; -1 if it belongs to one of them
 */
record TiffPage(TiffDirectory fields, int index) {

    private static final int MOST_PAGES = 10_000;

    private static final int REDUCED_OR_MASK = 0b101;

    private static final int OLD_REDUCED = 2;

    /** The first page in full resolution; the first of all if each is said to be a thumbnail or a mask. */
    static TiffPage first(final TiffBytes file) throws TiffException {
        final var pages = new ArrayList<TiffPage>();
        final var seen = new HashSet<Long>();
        long at = file.isBig() ? file.unsigned(8, Long.BYTES) : file.unsigned(4, Integer.BYTES);
        for (int index = 0; at != 0 && seen.add(at) && index < MOST_PAGES; index++) {
            final var fields = directory(file, at, pages);
            if (fields == null) {
                break;
            }
            pages.add(new TiffPage(fields, index));
            addParts(file, fields, seen, pages);
            at = fields.next();
        }
        if (pages.isEmpty()) {
            throw new TiffException("it has no pages");
        }
        return pages.stream().filter(TiffPage::isFull).findFirst().orElse(pages.get(0));
    }

    /** What comes after a readable page may be damaged. */
    private static TiffDirectory directory(final TiffBytes file, final long at, final List<TiffPage> before)
        throws TiffException {
        try {
            return new TiffDirectory(file, at);
        } catch (final TiffException e) {
            if (before.isEmpty()) {
                throw e;
            }
            return null;
        }
    }

    private static void addParts(final TiffBytes file, final TiffDirectory fields, final Set<Long> seen,
        final List<TiffPage> pages) throws TiffException {
        for (final long at : fields.numbers(TiffTag.SUB_DIRECTORIES)) {
            if (seen.add(at) && pages.size() < MOST_PAGES) {
                final var part = directory(file, at, pages);
                if (part != null) {
                    pages.add(new TiffPage(part, -1));
                }
            }
        }
    }

    private boolean isFull() {
        return fields.has(TiffTag.WIDTH) && (fields.number(TiffTag.NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) == 0
            && fields.number(TiffTag.SUBFILE_TYPE, 1) != OLD_REDUCED;
    }
}
