// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Locale;

/**
 * Drops values of maps in training that belong together; when the network is applied, it does nothing.
 * <ul>
 * <li>Channels: each channel of each image with the given probability, the others are divided by 1 - rate (Tompson et
 * al. 2015, arXiv:1411.4280).</li>
 * <li>Blocks: squares of each channel, laid at every place where one fits with the probability rate / b^2 x H W / ((H -
 * b + 1) (W - b + 1)), so that about the given share is dropped; what is kept is multiplied by the share of the image's
 * values that is (DropBlock, Ghiasi et al. 2018, arXiv:1810.12890, who scale over the batch). A side larger than the
 * map is that of the map.</li>
 * <li>Images: all values of an image with the given probability, the others are divided by 1 - rate; behind the branch
 * of a residual block that is stochastic depth (Huang et al. 2016, arXiv:1603.09382).</li>
 * <li>Largest: values above 1 - rate times the largest one of the image; nothing is drawn and nothing scaled
 * (MaxDropout, Santos et al. 2020, arXiv:2007.13723, who take the largest one of the batch).</li>
 * </ul>
 *
 * @param rate the probability or share, above 0 and below 1
 * @param pattern what is dropped together
 * @param block side b of a block, at least 1; read for blocks only
 */
public record PatternDropout(double rate, Pattern pattern, int block) implements Dropping {

    /** What is dropped together. */
    public enum Pattern {
        /** All values of a channel. */
        CHANNELS,
        /** The values of a square. */
        BLOCKS,
        /** All values of an image. */
        IMAGES,
        /** The largest values. */
        LARGEST;

        /** @return its name in files and descriptions */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses rates that are no probability, or would do nothing, and blocks without pixels. */
    public PatternDropout {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be above 0 and below 1, but is " + rate);
        }
        if (block < 1) {
            throw new IllegalArgumentException("block must be at least 1, but is " + block);
        }
    }

    /**
     * @param height of a map
     * @param width of a map
     * @return the probability that a block is laid at a place where it fits
     */
    public double probability(final int height, final int width) {
        final int side = side(height, width);
        return rate / (side * side) * height * width / ((height - side + 1.0) * (width - side + 1.0));
    }

    /**
     * @param height of a map
     * @param width of a map
     * @return side of a block within it
     */
    public int side(final int height, final int width) {
        return Math.min(block, Math.min(height, width));
    }

    @Override
    public String description() {
        return "dropout of %s, %s%s".formatted(rate, pattern.id(),
            pattern == Pattern.BLOCKS ? " of " + block + " x " + block : "");
    }
}
