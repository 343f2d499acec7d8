// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * For each pixel the mean and the maximum over all channels (2 x H x W; Woo et al. 2018, arXiv:1807.06521). Of equal
 * maxima the lowest channel counts. Cost: O(values).
 */
public record ChannelAverageAndMaximum() implements Layer {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        final ImageShape input = Sizes.single(inputs);
        return new ImageShape(2, input.height(), input.width());
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
        return "average and maximum over channels";
    }
}
