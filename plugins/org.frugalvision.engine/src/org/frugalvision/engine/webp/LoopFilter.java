// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

/**
 * Smooths the edges of a block (RFC 6386, section 15).
 *
 * @param simple whether only brightness is smoothed, and only beside the edge
 * @param limit largest difference across an edge within the block; 0 = nothing is smoothed
 * @param inner largest difference between neighbours beside the edge
 * @param high a larger difference beside the edge is not smoothed away
 */
record LoopFilter(boolean simple, int limit, int inner, int high) {

    private static final int BETWEEN_BLOCKS = 4;

    /** Left edges, then upper ones, of a block and within it. */
    void apply(final Plane plane, final int left, final int top, final int size, final boolean within) {
        if (limit == 0) {
            return;
        }
        final int start = plane.at(left, top);
        final int row = plane.stride();
        if (left > 0) {
            edge(plane.values(), start, 1, row, size, true);
        }
        for (int i = 4; within && i < size; i += 4) {
            edge(plane.values(), start + i, 1, row, size, false);
        }
        if (top > 0) {
            edge(plane.values(), start, row, 1, size, true);
        }
        for (int i = 4; within && i < size; i += 4) {
            edge(plane.values(), start + i * row, row, 1, size, false);
        }
    }

    private void edge(final byte[] v, final int start, final int across, final int along, final int count,
        final boolean between) {
        final int most = 2 * (limit + (between ? BETWEEN_BLOCKS : 0)) + 1;
        for (int i = 0; i < count; i++) {
            final int at = start + i * along;
            final int before = v[at - across] & 0xFF;
            final int after = v[at] & 0xFF;
            final int outer = difference(v, at - 2 * across, at + across);
            if (4 * Math.abs(before - after) + outer > most || !simple && !isSmooth(v, at, across)) {
                continue;
            }
            if (simple || difference(v, at - 2 * across, at - across) > high
                || difference(v, at + across, at) > high) {
                two(v, at, across);
            } else if (between) {
                six(v, at, across);
            } else {
                four(v, at, across);
            }
        }
    }

    private boolean isSmooth(final byte[] v, final int at, final int across) {
        for (int i = 1; i < 4; i++) {
            if (difference(v, at - (i + 1) * across, at - i * across) > inner
                || difference(v, at + i * across, at + (i - 1) * across) > inner) {
                return false;
            }
        }
        return true;
    }

    private static int difference(final byte[] v, final int one, final int other) {
        return Math.abs((v[one] & 0xFF) - (v[other] & 0xFF));
    }

    private static void two(final byte[] v, final int at, final int across) {
        final int step = 3 * ((v[at] & 0xFF) - (v[at - across] & 0xFF))
            + signed((v[at - 2 * across] & 0xFF) - (v[at + across] & 0xFF));
        add(v, at, -part(step + 4));
        add(v, at - across, part(step + 3));
    }

    private static void four(final byte[] v, final int at, final int across) {
        final int step = 3 * ((v[at] & 0xFF) - (v[at - across] & 0xFF));
        final int after = part(step + 4);
        final int outer = after + 1 >> 1;
        add(v, at - 2 * across, outer);
        add(v, at - across, part(step + 3));
        add(v, at, -after);
        add(v, at + across, -outer);
    }

    private static void six(final byte[] v, final int at, final int across) {
        final int step = signed(3 * ((v[at] & 0xFF) - (v[at - across] & 0xFF))
            + signed((v[at - 2 * across] & 0xFF) - (v[at + across] & 0xFF)));
        for (int i = 0; i < 3; i++) {
            final int change = (27 - 9 * i) * step + 63 >> 7;
            add(v, at - (i + 1) * across, change);
            add(v, at + i * across, -change);
        }
    }

    private static int part(final int step) {
        return Math.max(-16, Math.min(15, step >> 3));
    }

    private static int signed(final int value) {
        return Math.max(-128, Math.min(127, value));
    }

    private static void add(final byte[] v, final int at, final int change) {
        v[at] = (byte)Plane.clipped((v[at] & 0xFF) + change);
    }
}
