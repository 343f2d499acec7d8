// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.util.ArrayList;
import java.util.List;

/** How many values there are: sizes, outermost first; none for a single value. */
record DataSpace(List<Integer> sizes) {

    private static final int MOST_SIZES = 32;

    static DataSpace read(final Bytes bytes) throws Hdf5Exception {
        final int version = bytes.u1();
        final int rank = bytes.u1();
        if (version < 1 || version > 2 || rank > MOST_SIZES) {
            throw new Hdf5Exception("the file is damaged (sizes of version %d)".formatted(version));
        }
        bytes.skip(version == 1 ? 6 : 2);
        final List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            final long size = bytes.u8();
            if (size < 0 || size > Integer.MAX_VALUE) {
                throw new Hdf5Exception("the file is damaged (a size of %,d)".formatted(size));
            }
            sizes.add((int)size);
        }
        return new DataSpace(sizes);
    }

    /** The number of values; refuses what is no 32-bit number. */
    int count() throws Hdf5Exception {
        long count = 1;
        for (final int size : sizes) {
            count *= size;
            if (count > Integer.MAX_VALUE) {
                throw new Hdf5Exception("the file has an array of too many values");
            }
        }
        return (int)count;
    }
}
