// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/** The fields that are looked at. */
enum TiffTag {
    NEW_SUBFILE_TYPE(254), //
    SUBFILE_TYPE(255), //
    WIDTH(256), //
    HEIGHT(257), //
    BITS_PER_SAMPLE(258), //
    COMPRESSION(259), //
    PHOTOMETRIC(262), //
    FILL_ORDER(266), //
    STRIP_OFFSETS(273), //
    ORIENTATION(274), //
    SAMPLES_PER_PIXEL(277), //
    ROWS_PER_STRIP(278), //
    STRIP_BYTE_COUNTS(279), //
    PLANAR_CONFIGURATION(284), //
    PREDICTOR(317), //
    COLOUR_MAP(320), //
    TILE_WIDTH(322), //
    TILE_HEIGHT(323), //
    TILE_OFFSETS(324), //
    TILE_BYTE_COUNTS(325), //
    SUB_DIRECTORIES(330), //
    INK_SET(332), //
    EXTRA_SAMPLES(338), //
    SAMPLE_FORMAT(339), //
    JPEG_TABLES(347), //
    SUBSAMPLING(530);

    private final int m_code;

    TiffTag(final int code) {
        m_code = code;
    }

    int code() {
        return m_code;
    }
}
