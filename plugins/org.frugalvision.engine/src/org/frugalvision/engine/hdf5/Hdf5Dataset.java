// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.util.List;

/**
 * An array of numbers in an open file.
 *
 * @param sizes its sizes, outermost first; the last index runs fastest
 */
public record Hdf5Dataset(List<Integer> sizes, Content content) {

    private static final int COMPACT = 0;

    private static final int CONTIGUOUS = 1;

    /** Where the values are. */
    @FunctionalInterface
    interface Content {

        float[] read() throws IOException;
    }

    /**
     * @return the values, a new array
     * @throws IOException if they are no floating-point numbers, are stored in chunks, are not all there, or reading
     *             fails
     */
    public float[] values() throws IOException {
        return content.read();
    }

    static Hdf5Dataset of(final Source source, final ObjectHeader header, final String name) throws IOException {
        final var space = header.only(Message.DATA_SPACE);
        final var type = header.only(Message.DATA_TYPE);
        final var layout = header.only(Message.LAYOUT);
        if (space.isEmpty() || type.isEmpty() || layout.isEmpty()) {
            throw new Hdf5Exception("\"%s\" in the file is no array".formatted(name));
        }
        final DataSpace sizes = DataSpace.read(space.get());
        final DataType values = DataType.read(type.get());
        return new Hdf5Dataset(sizes.sizes(), () -> read(source, new Bytes(layout.get().buffer()), sizes, values,
            name));
    }

    private static float[] read(final Source source, final Bytes layout, final DataSpace space, final DataType type,
        final String name) throws IOException {
        if (type.kind() != DataType.Kind.NUMBER) {
            throw new Hdf5Exception("\"%s\" in the file holds no numbers of 32 or 64 bits".formatted(name));
        }
        final int count = space.count();
        final int version = layout.u1();
        final int storage = layout.u1();
        if (version < 3 || storage != COMPACT && storage != CONTIGUOUS) {
            throw new Hdf5Exception(
                "\"%s\" in the file is stored in chunks, which are not read".formatted(name));
        }
        if (storage == COMPACT) {
            return type.numbers(layout.skip(2), count);
        }
        final long address = layout.u8();
        return type.numbers(source.at(address, (long)count * type.size()), count);
    }
}
