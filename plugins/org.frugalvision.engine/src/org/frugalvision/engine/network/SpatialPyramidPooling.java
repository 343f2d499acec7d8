// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.ImageShape;

/**
 * Spatial pyramid pooling (He et al. 2015, arXiv:1406.4729): each channel becomes the maxima of n x n bins, for each
 * level n; the result has the same length for maps of any size. Bin i of a map of a rows covers the rows from floor(i a
 * / n) up to but excluding ceil((i + 1) a / n), columns likewise: always n bins, which overlap where a is no multiple
 * of n. (The windows of the paper give 6 bins instead of 4 for a = 7.) Channel after channel, level after level, row
 * after row.
 *
 * @param levels bins per side, each at least 1; copied
 */
public record SpatialPyramidPooling(List<Integer> levels) implements Layer {

    /** Refuses impossible sizes. */
    public SpatialPyramidPooling {
        levels = List.copyOf(levels);
        Sizes.atLeast(1, levels.size(), "number of levels");
        levels.forEach(level -> Sizes.atLeast(1, level, "level"));
    }

    /** @return bins of all levels */
    int bins() {
        int bins = 0;
        for (final int level : levels) {
            bins = Math.addExact(bins, Math.multiplyExact(level, level));
        }
        return bins;
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return new ImageShape(Math.multiplyExact(Sizes.single(inputs).channels(), bins()), 1, 1);
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        return List.of();
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        return 0;
    }

    @Override
    public String description() {
        return levels.stream().map(level -> level + " x " + level)
            .collect(Collectors.joining(", ", "spatial pyramid pooling ", ""));
    }

    @Override
    public boolean fixesSize() {
        return true;
    }
}
