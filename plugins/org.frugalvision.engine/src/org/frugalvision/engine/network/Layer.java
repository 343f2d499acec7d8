// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;

/**
 * One operation of a network, as data. Shapes are those of one image (CHW); a vector of n features is n x 1 x 1.
 * Immutable.
 */
public sealed interface Layer
    permits Activated, Pooling, GlobalAveragePooling, SpatialPyramidPooling, Padding, Dropping, Average, Concatenation,
    Multiplication, AverageAndMaximum, ChannelAverageAndMaximum {

    /**
     * @param inputs shapes of the inputs
     * @return shape of the output
     * @throws IllegalArgumentException if the layer cannot be applied to such inputs; the message says why
     */
    ImageShape output(List<ImageShape> inputs);

    /**
     * @param inputs shapes of the inputs
     * @return its tensors, learned ones and statistics, in their order of storage; offsets are not known here
     */
    List<TensorShape> tensors(List<ImageShape> inputs);

    /**
     * Exact for convolution and dense layers; pooling, activation, normalisation and addition count 0 (Sze et al. 2017,
     * arXiv:1703.09039, state the same convention).
     *
     * @param inputs shapes of the inputs
     * @return multiply-add operations for one image, forward
     */
    long multiplyAdds(List<ImageShape> inputs);

    /** @return whether its output has as many values for maps of any size */
    default boolean fixesSize() {
        return false;
    }

    /** @return the layer in a few words for people, e.g. "convolution 5 x 5, 20 filters, relu" */
    String description();
}
