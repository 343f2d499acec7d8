// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a frame says before its blocks (RFC 6386, sections 9.2 to 9.11), and how coefficients are to be scaled. */
final class LossyHeader {

    static final int SEGMENTS = 4;

    private static final int START = 10;

    private static final int SIGNATURE = 0x2A019D;

    private static final int MOST_LEVEL = 63;

    private final int m_width;

    private final int m_height;

    private final BoolReader m_modes;

    private final BoolReader[] m_coefficients;

    private boolean m_segmented;

    private boolean m_mapped;

    private boolean m_absolute;

    private final int[] m_segmentSteps = new int[SEGMENTS];

    private final int[] m_segmentLevels = new int[SEGMENTS];

    private final int[] m_segmentOdds = {255, 255, 255};

    private final boolean m_simpleFilter;

    private final int m_level;

    private final int m_sharpness;

    private int m_anyDelta;

    private int m_smallBlocksDelta;

    private final int[] m_steps = new int[6];

    private final int[] m_odds = LossyTables.COEFFICIENTS.clone();

    private final int m_skipOdds;

    LossyHeader(final ByteBuffer chunk) throws LossyException {
        final var data = chunk.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind();
        if (data.capacity() < START || (data.get(0) & 1) != 0 || (data.getInt(2) >>> 8) != SIGNATURE) {
            throw new LossyException("it holds no key frame");
        }
        m_width = data.getShort(6) & 0x3FFF;
        m_height = data.getShort(8) & 0x3FFF;
        final int first = (data.getShort(0) & 0xFFFF | (data.get(2) & 0xFF) << 16) >> 5;
        if (m_width == 0 || m_height == 0) {
            throw new LossyException("it has no pixels");
        }
        m_modes = part(data, START, first);
        // how colours are meant and clipped, which nobody uses
        m_modes.number(2);
        readSegments();
        m_simpleFilter = m_modes.flag();
        m_level = m_modes.number(6);
        m_sharpness = m_modes.number(3);
        readDeltas();
        m_coefficients = parts(data, START + first, 1 << m_modes.number(2));
        m_steps[0] = m_modes.number(7);
        for (int i = 1; i < m_steps.length; i++) {
            m_steps[i] = m_modes.optional(4);
        }
        // whether probabilities are kept for a next frame
        m_modes.flag();
        for (int i = 0; i < m_odds.length; i++) {
            if (m_modes.bit(LossyTables.CHANGES[i]) == 1) {
                m_odds[i] = m_modes.number(8);
            }
        }
        m_skipOdds = m_modes.flag() ? m_modes.number(8) : -1;
    }

    private static BoolReader part(final ByteBuffer data, final int at, final int length) throws LossyException {
        if (length < 0 || at > data.capacity() - length) {
            throw new LossyException("its pixel data end too early");
        }
        return new BoolReader(data.slice(at, length));
    }

    private void readSegments() {
        m_segmented = m_modes.flag();
        if (!m_segmented) {
            return;
        }
        m_mapped = m_modes.flag();
        if (m_modes.flag()) {
            m_absolute = m_modes.flag();
            for (int i = 0; i < SEGMENTS; i++) {
                m_segmentSteps[i] = m_modes.optional(7);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                m_segmentLevels[i] = m_modes.optional(6);
            }
        }
        for (int i = 0; m_mapped && i < m_segmentOdds.length; i++) {
            m_segmentOdds[i] = m_modes.flag() ? m_modes.number(8) : 255;
        }
    }

    /** Of four kinds of references and of modes the first counts in a key frame. */
    private void readDeltas() {
        if (m_modes.flag() && m_modes.flag()) {
            final var deltas = new int[8];
            for (int i = 0; i < deltas.length; i++) {
                deltas[i] = m_modes.optional(6);
            }
            m_anyDelta = deltas[0];
            m_smallBlocksDelta = deltas[4];
        }
    }

    private static BoolReader[] parts(final ByteBuffer data, final int at, final int count) throws LossyException {
        final var parts = new BoolReader[count];
        int from = at + 3 * (count - 1);
        for (int i = 0; i < count; i++) {
            if (from > data.capacity()) {
                throw new LossyException("its pixel data end too early");
            }
            final int length = i == count - 1 ? data.capacity() - from
                : data.getShort(at + 3 * i) & 0xFFFF | (data.get(at + 3 * i + 2) & 0xFF) << 16;
            parts[i] = part(data, from, length);
            from += length;
        }
        return parts;
    }

    int width() {
        return m_width;
    }

    int height() {
        return m_height;
    }

    BoolReader modes() {
        return m_modes;
    }

    /** Where the coefficients of a row of blocks stand. */
    BoolReader coefficients(final int row) {
        return m_coefficients[row & m_coefficients.length - 1];
    }

    /** The probabilities of coefficients: by type, band, context and node. */
    int[] odds() {
        return m_odds;
    }

    int readSegment() {
        if (!m_mapped) {
            return 0;
        }
        return m_modes.bit(m_segmentOdds[0]) == 0 ? m_modes.bit(m_segmentOdds[1]) : 2 + m_modes.bit(m_segmentOdds[2]);
    }

    boolean readSkipped() {
        return m_skipOdds >= 0 && m_modes.bit(m_skipOdds) == 1;
    }

    /** Steps of a segment: brightness first and others, its second level first and others, colours first and others. */
    int[] steps(final int segment) {
        int base = m_steps[0];
        if (m_segmented) {
            base = m_segmentSteps[segment] + (m_absolute ? 0 : base);
        }
        return new int[]{LossyTables.FIRST_STEPS[clipped(base + m_steps[1], 127)],
            LossyTables.OTHER_STEPS[clipped(base, 127)], 2 * LossyTables.FIRST_STEPS[clipped(base + m_steps[2], 127)],
            Math.max(8, LossyTables.OTHER_STEPS[clipped(base + m_steps[3], 127)] * 155 / 100),
            LossyTables.FIRST_STEPS[clipped(base + m_steps[4], 117)],
            LossyTables.OTHER_STEPS[clipped(base + m_steps[5], 127)]};
    }

    /** How strongly the edges of a block are smoothed. */
    LoopFilter filter(final int segment, final boolean smallBlocks) {
        int level = m_level;
        if (m_segmented) {
            level = m_segmentLevels[segment] + (m_absolute ? 0 : level);
        }
        level = clipped(level + m_anyDelta + (smallBlocks ? m_smallBlocksDelta : 0), MOST_LEVEL);
        int inner = level;
        if (m_sharpness > 0) {
            inner = Math.min(inner >> (m_sharpness > 4 ? 2 : 1), 9 - m_sharpness);
        }
        inner = Math.max(1, inner);
        return new LoopFilter(m_simpleFilter, m_level == 0 || level == 0 ? 0 : 2 * level + inner, inner,
            level >= 40 ? 2 : level >= 15 ? 1 : 0);
    }

    private static int clipped(final int value, final int most) {
        return Math.max(0, Math.min(most, value));
    }
}
