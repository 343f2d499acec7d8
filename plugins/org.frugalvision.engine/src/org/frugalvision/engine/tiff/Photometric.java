// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/** What the bands of a page mean (TIFF 6.0, PhotometricInterpretation). */
enum Photometric {
    WHITE_IS_ZERO(0, 1, "grey"), //
    BLACK_IS_ZERO(1, 1, "grey"), //
    RGB(2, 3, "RGB"), //
    PALETTE(3, 1, "a palette"), //
    MASK(4, 1, "a transparency mask"), //
    INKS(5, 4, "CMYK"), //
    BRIGHTNESS_AND_DIFFERENCES(6, 3, "YCbCr"), //
    CIE_LAB(8, 3, "CIE L*a*b*"), //
    ICC_LAB(9, 3, "ICC L*a*b*"), //
    ITU_LAB(10, 3, "ITU L*a*b*"), //
    MOSAIC(32_803, 1, "the raw mosaic of a camera"), //
    LINEAR_RAW(34_892, 3, "linear raw values of a camera"), //
    LOG_L(32_844, 1, "LogL"), //
    LOG_LUV(32_845, 3, "LogLuv");

    private final int m_code;

    private final int m_bands;

    private final String m_name;

    Photometric(final int code, final int bands, final String name) {
        m_code = code;
        m_bands = bands;
        m_name = name;
    }

    /** Of a page that says so, or may be guessed from its bands. */
    static Photometric of(final TiffDirectory fields) throws TiffException {
        if (!fields.has(TiffTag.PHOTOMETRIC)) {
            if (fields.has(TiffTag.COLOUR_MAP)) {
                return PALETTE;
            }
            final long bands =
                fields.number(TiffTag.SAMPLES_PER_PIXEL, fields.numbers(TiffTag.BITS_PER_SAMPLE).length);
            return bands == 3 || bands == 4 && fields.has(TiffTag.EXTRA_SAMPLES) ? RGB : BLACK_IS_ZERO;
        }
        final long code = fields.number(TiffTag.PHOTOMETRIC, 0);
        for (final var photometric : values()) {
            if (photometric.m_code == code) {
                return photometric;
            }
        }
        throw new TiffException("its colors are of the unknown kind %d".formatted(code));
    }

    /** How many bands it takes. */
    int bands() {
        return m_bands;
    }

    /** For people. */
    @Override
    public String toString() {
        return m_name;
    }
}
