// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/** What a batch says about the tensors of normalisations: gradients of the learned ones, steps of the running ones. */
final class NormalisationGradients {

    private final Prepared m_prepared;

    private final float[] m_weights;

    NormalisationGradients(final Prepared prepared, final float[] weights) {
        m_prepared = prepared;
        m_weights = weights;
    }

    void put(final Batch batch, final float[] gradient) {
        batch.statistics().forEach((place, statistics) -> {
            final List<Tensor> tensors = m_prepared.graph().tensors(place);
            final boolean training = m_prepared.schedule().measured(place);
            for (final Tensor tensor : tensors) {
                if (m_prepared.purpose().trained().get(m_prepared.graph().tensors().indexOf(tensor))) {
                    if (tensor.shape().role().learned()) {
                        final float[] sums = statistics.sums()[tensor.shape().role() == Role.SCALE ? 0 : 1];
                        System.arraycopy(sums, 0, gradient, tensor.offset(), tensor.length());
                    } else if (training) {
                        putSteps(batch.pixels().images(), tensor,
                            tensor.shape().role() == Role.MEAN ? statistics.mean() : statistics.variance(), gradient);
                    }
                }
            }
        });
    }

    /** A tenth of the way from the running value to that of the batch, times the images. */
    private void putSteps(final int images, final Tensor tensor, final float[] values, final float[] gradient) {
        for (int i = 0; i < values.length; i++) {
            final double running = m_weights[tensor.offset() + i];
            gradient[tensor.offset() + i] =
                (float)((running - values[i]) * (1 - BatchNormalization.DECAY) * images);
        }
    }
}
