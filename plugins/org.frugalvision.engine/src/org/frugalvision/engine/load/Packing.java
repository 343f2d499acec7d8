// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How a file is packed as a whole, told by its first bytes: names may lie. */
enum Packing {
    ZIP("PK", "zip archive"), //
    GZIP("\u001f\u008b", "gzip file"), //
    BZIP2("BZh", "bzip2 file"), //
    XZ("\u00fd7zXZ\0", "xz file"), //
    SEVEN_ZIP("7z\u00bc\u00af\u0027\u001c", "7z archive"), //
    RAR("Rar!", "RAR archive"), //
    ZSTANDARD("\u0028\u00b5\u002f\u00fd", "Zstandard file"), //
    LZ4("\u0004\"M\u0018", "LZ4 file");

    /** The strongest setting of xz takes 65 MiB; a forged file must not take all there is. */
    private static final int XZ_MEMORY_KIB = 1 << 18;

    private static final int BUFFER = 1 << 16;

    private final byte[] m_start;

    private final String m_title;

    Packing(final String start, final String title) {
        m_start = start.getBytes(StandardCharsets.ISO_8859_1);
        m_title = title;
    }

    /** Empty for a file that is not packed, or in a way that we do not know. */
    static Optional<Packing> of(final byte[] file) {
        for (final var packing : values()) {
            final int length = packing.m_start.length;
            if (file.length >= length && Arrays.equals(file, 0, length, packing.m_start, 0, length)) {
                return Optional.of(packing);
            }
        }
        return Optional.empty();
    }

    /** The unpacked bytes; empty where this is no packing of one file, or one that is not read. */
    Optional<InputStream> unpack(final InputStream in) throws IOException {
        return Optional.ofNullable(switch (this) {
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            case XZ -> XZCompressorInputStream.builder().setInputStream(in).setDecompressConcatenated(true)
                .setMemoryLimitKiB(XZ_MEMORY_KIB).get();
            default -> null;
        }).map(unpacked -> new BufferedInputStream(unpacked, BUFFER));
    }

    /** For messages. */
    @Override
    public String toString() {
        return m_title;
    }
}
