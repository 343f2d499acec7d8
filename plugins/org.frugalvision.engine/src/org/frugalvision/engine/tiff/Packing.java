// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How the bytes of a strip or tile are packed. */
enum Packing {
    NONE(1), LZW(4096), DEFLATE(1032), PACK_BITS(64), JPEG(4096),
    /** For fax machines, and JPEG as TIFF had it once: left to the platform's reader. */
    PLATFORM(1);

    private final long m_largestGrowth;

    Packing(final long largestGrowth) {
        m_largestGrowth = largestGrowth;
    }

    /** How many bytes one packed byte gives at most, about. */
    long largestGrowth() {
        return m_largestGrowth;
    }

    static Packing of(final long code) throws TiffException {
        return switch ((int)code) {
            case 1 -> NONE;
            case 2, 3, 4, 6 -> PLATFORM;
            case 5 -> LZW;
            case 7 -> JPEG;
            case 8, 32_946 -> DEFLATE;
            case 32_773 -> PACK_BITS;
            default -> throw new TiffException(
                "it is packed by %s, which is not read; store it with LZW or Deflate".formatted(name((int)code)));
        };
    }

    private static String name(final int code) {
        return switch (code) {
            case 33_003, 33_005, 34_712 -> "JPEG 2000";
            case 34_887 -> "LERC";
            case 34_925 -> "LZMA";
            case 50_000 -> "Zstandard";
            case 50_001 -> "WebP";
            case 50_002 -> "JPEG XL";
            default -> "the unknown method " + code;
        };
    }

    /** The unpacked bytes, exactly as many as expected. */
    byte[] unpack(final byte[] packed, final int expected) throws TiffException {
        final var unpacked = new byte[expected];
        final int count = switch (this) {
            case NONE -> copy(packed, unpacked);
            case LZW -> new LzwCodes(packed).unpack(unpacked);
            case DEFLATE -> inflate(packed, unpacked);
            case PACK_BITS -> unpackBits(packed, unpacked);
            default -> throw new IllegalStateException(this + " gives pixels, not bytes.");
        };
        if (count < expected) {
            throw new TiffException("its pixel data end too early");
        }
        return unpacked;
    }

    private static int copy(final byte[] packed, final byte[] unpacked) {
        final int count = Math.min(packed.length, unpacked.length);
        System.arraycopy(packed, 0, unpacked, 0, count);
        return count;
    }

    private static int inflate(final byte[] packed, final byte[] unpacked) throws TiffException {
        final var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int count = 0;
            while (count < unpacked.length) {
                final int more = inflater.inflate(unpacked, count, unpacked.length - count);
                if (more == 0) {
                    break;
                }
                count += more;
            }
            return count;
        } catch (final DataFormatException e) {
            throw new TiffException("its pixel data are damaged", e);
        } finally {
            inflater.end();
        }
    }

    /** TIFF 6.0, section 9. */
    private static int unpackBits(final byte[] packed, final byte[] unpacked) {
        int from = 0;
        int to = 0;
        while (to < unpacked.length && from + 1 < packed.length) {
            final int code = packed[from++];
            if (code >= 0) {
                final int count = Math.min(code + 1, Math.min(unpacked.length - to, packed.length - from));
                System.arraycopy(packed, from, unpacked, to, count);
                from += code + 1;
                to += count;
            } else if (code != Byte.MIN_VALUE) {
                final byte value = packed[from++];
                for (int i = 0; i <= -code && to < unpacked.length; i++) {
                    unpacked[to++] = value;
                }
            }
        }
        return to;
    }
}
