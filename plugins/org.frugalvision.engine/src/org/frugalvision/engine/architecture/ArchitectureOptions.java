// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.run.SettingsException;

/**
 * What can be changed about an architecture. Not every architecture reads every option; which ones it reads stands in
 * its {@link ArchitectureInfo}, and it refuses another one that is not as in {@link #DEFAULT}.
 *
 * @param width factor on the number of channels and units, 0.1 to 8; multiply-adds grow with its square
 * @param batchNorm whether convolutions are normalised
 * @param dropout share of the values before the last dense layer that are dropped in training, 0 to 0.9; 0: none
 * @param head what stands between the last convolution and the dense layers
 * @param mapDropout share of the values behind each stage of convolutions that are dropped in training, 0 to 0.9; 0:
 *   none
 * @param mapPattern what is dropped together there
 * @param mapBlock side of a block, 1 to 64 pixels; read where blocks are dropped
 * @param stochasticDepth probability by which the branch of the last residual block is left out for an image in
 *   training, 0 to 0.9; that of earlier ones is less, in proportion to their place; 0: none
 */
public record ArchitectureOptions(double width, BatchNorm batchNorm, double dropout, Head head, double mapDropout,
    MapPattern mapPattern, int mapBlock, double stochasticDepth) {

    /** The architecture as its paper has it. */
    public static final ArchitectureOptions DEFAULT = new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL);

    /** Least factor on channels and units. */
    public static final double LEAST_WIDTH = 0.1;

    /** Largest factor on channels and units. */
    public static final double LARGEST_WIDTH = 8;

    /** Largest share of dropped values. */
    public static final double LARGEST_DROPOUT = 0.9;

    /** Largest side of a block. */
    public static final int LARGEST_BLOCK = 64;

    /** Refuses values out of range. */
    public ArchitectureOptions {
        if (!(width >= LEAST_WIDTH && width <= LARGEST_WIDTH)) {
            throw new SettingsException(ArchitectureOption.WIDTH.title(), "must be between 0.1 and 8", width);
        }
        if (!(dropout >= 0 && dropout <= LARGEST_DROPOUT)) {
            throw new SettingsException(ArchitectureOption.DROPOUT.title(), "must be between 0 and 0.9", dropout);
        }
        if (!(mapDropout >= 0 && mapDropout <= LARGEST_DROPOUT)) {
            throw new SettingsException(ArchitectureOption.MAP_DROPOUT.title(), "must be between 0 and 0.9",
                mapDropout);
        }
        if (mapBlock < 1 || mapBlock > LARGEST_BLOCK) {
            throw new SettingsException("Side of a block", "must be between 1 and 64 pixels", mapBlock);
        }
        if (!(stochasticDepth >= 0 && stochasticDepth <= LARGEST_DROPOUT)) {
            throw new SettingsException(ArchitectureOption.STOCHASTIC_DEPTH.title(), "must be between 0 and 0.9",
                stochasticDepth);
        }
    }

    /**
     * Without dropout of maps and branches.
     *
     * @param width factor on the number of channels and units
     * @param batchNorm whether convolutions are normalised
     * @param dropout share of the values before the last dense layer that are dropped
     * @param head what stands between the last convolution and the dense layers
     */
    public ArchitectureOptions(final double width, final BatchNorm batchNorm, final double dropout, final Head head) {
        this(width, batchNorm, dropout, head, 0, MapPattern.CHANNELS, 3, 0);
    }

    /**
     * @param option an option
     * @return its value as people read it: a number, or the visible name of a choice
     */
    public Object shown(final ArchitectureOption option) {
        return switch (option) {
            case WIDTH -> width;
            case BATCH_NORM -> batchNorm.label();
            case DROPOUT -> dropout;
            case HEAD -> head.label();
            case MAP_DROPOUT -> mapDropout;
            case STOCHASTIC_DEPTH -> stochasticDepth;
        };
    }

    /** A number of channels or units under the width factor: rounded, at least 1. */
    int channels(final int usual) {
        return (int)Math.max(1, Math.round(width * usual));
    }
}
