// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A named value beside an object. Only texts are read. */
record Attribute(String name, DataType type, DataSpace space, Bytes values) {

    private static final int REFERENCE = 16;

    static Attribute read(final Bytes bytes) throws Hdf5Exception {
        final int version = bytes.u1();
        if (version < 1 || version > 3 || bytes.u1() != 0) {
            throw new Hdf5Exception("the file has an attribute of a kind that is not read");
        }
        final int name = bytes.u2();
        final int type = bytes.u2();
        final int space = bytes.u2();
        if (version == 3) {
            bytes.skip(1);
        }
        final String text = part(bytes, name, version).text(name);
        final Bytes typeBytes = part(bytes, type, version);
        final Bytes spaceBytes = part(bytes, space, version);
        return new Attribute(text, DataType.read(typeBytes), DataSpace.read(spaceBytes), bytes);
    }

    List<String> texts(final Source source) throws IOException {
        final Bytes rest = new Bytes(values.buffer());
        final List<String> texts = new ArrayList<>();
        final int count = space.count();
        for (int i = 0; i < count; i++) {
            switch (type.kind()) {
                case TEXT -> texts.add(rest.text(type.size()));
                case LONG_TEXT -> texts.add(elsewhere(rest.part(REFERENCE), source));
                default -> throw new Hdf5Exception("\"%s\" in the file is no text".formatted(name));
            }
        }
        return texts;
    }

    /** A text in the global heap. */
    private static String elsewhere(final Bytes reference, final Source source) throws IOException {
        final long length = reference.u4();
        final long address = reference.u8();
        final long index = reference.u4();
        final long size = source.at(address, REFERENCE).expect("GCOL").skip(4).u8();
        final Bytes heap = source.at(address, size).skip(REFERENCE);
        while (heap.left() >= REFERENCE) {
            final int found = heap.u2();
            final long bytes = heap.skip(6).u8();
            if (found == index) {
                return heap.part(bytes).text(length);
            }
            if (found == 0) {
                break;
            }
            heap.skip(bytes);
            heap.align();
        }
        throw new Hdf5Exception("the file is damaged (a text is missing)");
    }

    /** The first version fills every part up to a multiple of eight bytes. */
    private static Bytes part(final Bytes bytes, final int length, final int version) throws Hdf5Exception {
        return bytes.part(version == 1 ? (length + 7) / 8 * 8 : length);
    }
}
