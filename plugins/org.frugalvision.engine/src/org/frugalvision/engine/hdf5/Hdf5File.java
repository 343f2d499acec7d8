// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An open HDF5 file. Read are groups of the old and of the compact new form, attributes with texts, and arrays of
 * floating-point numbers that are not in chunks: what h5py writes unless told otherwise. Memory: never more than the
 * file is long for a single value; a damaged file ends in an {@link Hdf5Exception}.
 */
public final class Hdf5File implements AutoCloseable {

    private static final byte[] SIGNATURE = {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private static final int HEAD = 96;

    private final Source m_source;

    private Hdf5File(final Source source) {
        m_source = source;
    }

    /**
     * @param file a file
     * @return the open file
     * @throws IOException if it cannot be opened
     */
    public static Hdf5File open(final Path file) throws IOException {
        return new Hdf5File(new Source(file));
    }

    /**
     * @param start the first bytes of a file
     * @return whether it may be an HDF5 file
     */
    public static boolean begins(final byte[] start) {
        return start.length >= SIGNATURE.length
            && Arrays.equals(start, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * @return the group that holds all others
     * @throws IOException if the file is no HDF5 file, or reading fails
     */
    public Hdf5Group root() throws IOException {
        final Bytes head = m_source.upTo(0, HEAD).skip(SIGNATURE.length);
        final int version = head.u1();
        if (version > 3) {
            throw new Hdf5Exception("the file has HDF5 version %d, which is not read".formatted(version));
        }
        final boolean old = version < 2;
        if ((old ? head.skip(4) : head).u1() != Long.BYTES || head.u1() != Long.BYTES) {
            throw new Hdf5Exception("the file has addresses of another size than 8 bytes, which are not read");
        }
        final long base = head.skip(old ? version == 0 ? 9 : 13 : 1).u8();
        if (base != 0) {
            throw new Hdf5Exception("the file does not begin at its start, which is not read");
        }
        return new Hdf5Group(m_source, head.skip(old ? 32 : 16).u8(), "/");
    }

    @Override
    public void close() throws IOException {
        m_source.close();
    }
}
