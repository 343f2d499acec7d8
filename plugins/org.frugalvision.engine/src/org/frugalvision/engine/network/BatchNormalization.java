// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Batch normalisation (Ioffe and Szegedy 2015, arXiv:1502.03167): each channel minus its mean, divided by
 * sqrt(variance + epsilon), times a learned scale, plus a learned shift. In training, mean and (biased) variance are
 * those of the whole batch, over all its rows and columns and whatever the number of threads, and the running
 * statistics, which are kept with the weights, move a tenth of the way towards them; when the network is applied, they
 * are the running ones.
 *
 * @param epsilon added to the variance, above 0
 * @param activation applied to the result
 */
public record BatchNormalization(double epsilon, Activation activation) implements Activated {

    /** Share of the old running statistics that stays after each update. */
    public static final double DECAY = 0.9;

    /** The usual epsilon. */
    private static final double EPSILON = 1e-5;

    /** Refuses an epsilon that does not protect from division by zero. */
    public BatchNormalization {
        if (!(epsilon > 0) || Double.isInfinite(epsilon)) {
            throw new IllegalArgumentException("epsilon must be above 0, but is " + epsilon);
        }
    }

    /**
     * With an epsilon of 0.00001.
     *
     * @param activation applied to the result
     */
    public BatchNormalization(final Activation activation) {
        this(EPSILON, activation);
    }

    @Override
    public ImageShape output(final List<ImageShape> inputs) {
        return Sizes.single(inputs);
    }

    @Override
    public List<TensorShape> tensors(final List<ImageShape> inputs) {
        final int channels = Sizes.single(inputs).channels();
        return List.of(new TensorShape(Role.SCALE, 1, channels), new TensorShape(Role.SHIFT, 1, channels),
            new TensorShape(Role.MEAN, 1, channels), new TensorShape(Role.VARIANCE, 1, channels));
    }

    @Override
    public long multiplyAdds(final List<ImageShape> inputs) {
        return 0;
    }

    @Override
    public String description() {
        return "batch normalization" + activation.suffix();
    }

    @Override
    public BatchNormalization with(final Activation other) {
        return new BatchNormalization(epsilon, other);
    }
}
