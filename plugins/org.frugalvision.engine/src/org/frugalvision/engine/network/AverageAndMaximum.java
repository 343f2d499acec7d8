// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * For each channel the mean and the maximum over all rows and columns, as two rows (C x 2 x 1), so that a 1 x 1
 * convolution treats both alike (Woo et al. 2018, arXiv:1807.06521); takes maps of any size. Of equal maxima the first
 * in row order counts. Cost: O(values).
 */
public record AverageAndMaximum() implements Layer {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return new ImageShape(Sizes.single(inputs).channels(), 2, 1);
    }

    @Override
    public boolean fixesSize() {
        return true;
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
        return "average and maximum of channels";
    }
}
