// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/** Mean of each channel over all rows and columns (Lin et al. 2014, arXiv:1312.4400); takes maps of any size. */
public record GlobalAveragePooling() implements Layer {

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return new ImageShape(Sizes.single(inputs).channels(), 1, 1);
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
        return "global average pooling";
    }

    @Override
    public boolean fixesSize() {
        return true;
    }
}
