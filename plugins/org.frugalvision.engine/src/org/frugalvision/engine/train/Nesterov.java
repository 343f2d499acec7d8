// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

/**
 * Gradient descent with Nesterov's momentum, in the form of Sutskever et al. 2013: v = momentum x v + gradient, weight
 * -= rate x (gradient + momentum x v).
 */
final class Nesterov implements Updater {

    static final UpdaterInfo INFO = new UpdaterInfo("nesterov", "Nesterov momentum",
        "Keeps part of the last step's direction and looks ahead along it.",
        "Sutskever, Martens, Dahl and Hinton 2013, On the importance of initialization and momentum, ICML",
        "The usual choice for residual networks with a schedule that ends near zero; needs a learning rate found by"
            + " trial.", false);

    private final float[] m_velocity;

    private final float m_momentum;

    private float m_rate;

    Nesterov(final int parameters, final double momentum) {
        m_velocity = new float[parameters];
        m_momentum = (float)momentum;
    }

    @Override
    public void begin(final long step, final double learningRate) {
        m_rate = (float)learningRate;
    }

    @Override
    public void update(final float[] weights, final float[] gradient, final int from, final int to) {
        for (int i = from; i < to; i++) {
            m_velocity[i] = m_momentum * m_velocity[i] + gradient[i];
            weights[i] -= m_rate * (gradient[i] + m_momentum * m_velocity[i]);
        }
    }

    @Override
    public List<float[]> state() {
        return List.of(m_velocity);
    }
}
