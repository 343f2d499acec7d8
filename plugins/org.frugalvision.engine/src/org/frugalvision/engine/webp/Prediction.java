// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

/** Guesses a block from the pixels above and on the left (RFC 6386, section 12). */
final class Prediction {

    static final int MEAN = 0;

    static final int MOTION = 1;

    static final int VERTICAL = 2;

    static final int HORIZONTAL = 3;

    private Prediction() {
    }

    /** A whole block of brightness or colours. */
    static void whole(final Plane plane, final int left, final int top, final int size, final int mode) {
        final int mean = mean(plane, left, top, size);
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                plane.set(x, y, switch (mode) {
                    case MEAN -> mean;
                    case VERTICAL -> plane.get(x, top - 1);
                    case HORIZONTAL -> plane.get(left - 1, y);
                    default -> motion(plane, left, top, x, y);
                });
            }
        }
    }

    private static int motion(final Plane plane, final int left, final int top, final int x, final int y) {
        return Plane.clipped(plane.get(left - 1, y) + plane.get(x, top - 1) - plane.get(left - 1, top - 1));
    }

    /** Of what lies within the frame. */
    private static int mean(final Plane plane, final int left, final int top, final int size) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < size; i++) {
            sum += (top > 0 ? plane.get(left + i, top - 1) : 0) + (left > 0 ? plane.get(left - 1, top + i) : 0);
            count += (top > 0 ? 1 : 0) + (left > 0 ? 1 : 0);
        }
        return count == 0 ? 128 : (sum + count / 2) / count;
    }

    /**
     * A block of 4 x 4 pixels of brightness.
     *
     * @param mode 0 to 9 in the order of the format
     * @param corner the four pixels above on the right
     */
    static void small(final Plane plane, final int left, final int top, final int mode, final int[] corner) {
        // from below on the left around the corner to above on the right: L K J I X A B C D E F G H
        final var edge = new int[13];
        for (int i = 0; i < 4; i++) {
            edge[i] = plane.get(left - 1, top + 3 - i);
            edge[5 + i] = plane.get(left + i, top - 1);
            edge[9 + i] = corner[i];
        }
        edge[4] = plane.get(left - 1, top - 1);
        int mean = 4;
        for (int i = 0; i < 4; i++) {
            mean += edge[i] + edge[5 + i];
        }
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                plane.set(left + x, top + y, switch (mode) {
                    case MEAN -> mean >> 3;
                    case MOTION -> Plane.clipped(edge[3 - y] + edge[5 + x] - edge[4]);
                    case VERTICAL -> three(edge, 5 + x);
                    case HORIZONTAL -> y == 3 ? edge[1] + 3 * edge[0] + 2 >> 2 : three(edge, 3 - y);
                    case 4 -> x + y == 6 ? edge[11] + 3 * edge[12] + 2 >> 2 : three(edge, 6 + x + y);
                    case 5 -> three(edge, 4 + x - y);
                    case 6 -> downRight(edge, x, y);
                    case 7 -> downLeft(edge, x, y);
                    case 8 -> rightDown(edge, x, y);
                    default -> rightUp(edge, x, y);
                });
            }
        }
    }

    private static int two(final int[] edge, final int i) {
        return edge[i] + edge[i + 1] + 1 >> 1;
    }

    private static int three(final int[] edge, final int i) {
        return edge[i - 1] + 2 * edge[i] + edge[i + 1] + 2 >> 2;
    }

    /** Steeply from above on the left. */
    private static int downRight(final int[] edge, final int x, final int y) {
        final int along = 2 * x - y;
        if (along >= 0) {
            return along % 2 == 0 ? two(edge, 4 + along / 2) : three(edge, 5 + along / 2);
        }
        return three(edge, along == -1 ? 4 : 5 + along);
    }

    /** Steeply from above on the right; the last two pixels are exceptions. */
    private static int downLeft(final int[] edge, final int x, final int y) {
        if (x == 3 && y >= 2) {
            return three(edge, y + 8);
        }
        return y % 2 == 0 ? two(edge, 5 + x + y / 2) : three(edge, 6 + x + y / 2);
    }

    /** Flatly from the left above. */
    private static int rightDown(final int[] edge, final int x, final int y) {
        final int along = 2 * y - x;
        if (along >= 0) {
            return along % 2 == 0 ? two(edge, 3 - along / 2) : three(edge, 3 - along / 2);
        }
        return three(edge, along == -1 ? 4 : 3 - along);
    }

    /** Flatly from the left below. */
    private static int rightUp(final int[] edge, final int x, final int y) {
        final int along = x + 2 * y;
        if (along > 5) {
            return edge[0];
        }
        if (along == 5) {
            return edge[1] + 3 * edge[0] + 2 >> 2;
        }
        return along % 2 == 0 ? two(edge, 2 - along / 2) : three(edge, 2 - along / 2);
    }
}
