// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.network.Activation;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Values and slopes by hand. */
public final class Nd4jActivationTest {

    private static final float TINY = 1e-6f;

    private final Nd4jTransfers m_transfers = new Nd4jTransfers((what, values) -> { });

    private final Nd4jMemory m_memory = new Nd4jMemory();

    @Before
    public void start() {
        Backend.start().useOneThread();
    }

    @After
    public void free() {
        m_memory.close();
    }

    @Test
    public void sigmoid() {
        assertForward(Activation.SIGMOID, new float[]{0, 1, -1}, 0.5f, 0.7310586f, 0.2689414f);
        assertBackward(Activation.SIGMOID, new float[]{0.5f, 0.75f}, 0.5f, 0.375f);
    }

    @Test
    public void swish() {
        assertForward(Activation.SWISH, new float[]{0, 1, -1}, 0, 0.7310586f, -0.2689414f);
        assertBackward(Activation.SWISH, new float[]{0, 1}, 1, 2 * 0.9276705f);
    }

    @Test
    public void hardSwish() {
        assertForward(Activation.HARD_SWISH, new float[]{-4, -3, -1.5f, 0, 1, 3, 4}, 0, 0, -0.375f, 0, 4 / 6f, 3, 4);
        assertBackward(Activation.HARD_SWISH, new float[]{-4, -3, 0, 1.5f, 3, 4}, 0, 0, 1, 2, 2, 2);
    }

    @Test
    public void clipping() {
        assertForward(Activation.RELU, new float[]{0, 7, -1}, 0, 7, 0);
        assertBackward(Activation.RELU, new float[]{0, 1e-30f, 7}, 0, 2, 2);
        assertForward(Activation.RELU6, new float[]{0, 1, -1, 7}, 0, 1, 0, 6);
        assertBackward(Activation.RELU6, new float[]{0, 1e-30f, 3, 6}, 0, 2, 2, 0);
        assertForward(Activation.IDENTITY, new float[]{7, -1}, 7, -1);
        assertBackward(Activation.IDENTITY, new float[]{-1, 7}, 2, 2);
    }

    private void assertForward(final Activation activation, final float[] in, final float... expected) {
        final INDArray before = array(in);
        final INDArray after = m_memory.take(1, in.length);
        Nd4jActivation.forward(activation, before, after, m_memory);

        assertArrayEquals(expected, values(after), TINY);
        assertArrayEquals(in, values(before), 0);
        Nd4jActivation.forward(activation, before, before, m_memory);
        assertArrayEquals(expected, values(before), TINY);
    }

    /** Of a gradient of 2 everywhere; for sigmoid and clipping the values are those that came out. */
    private void assertBackward(final Activation activation, final float[] values, final float... expected) {
        final INDArray gradient = m_memory.take(1, values.length);
        gradient.assign(2);
        Nd4jActivation.backward(activation, array(values), gradient, m_memory);

        assertArrayEquals(expected, values(gradient), TINY);
    }

    private INDArray array(final float... values) {
        final INDArray array = m_memory.take(1, values.length);
        m_transfers.upload(Crossing.IMAGES, values, array);
        return array;
    }

    private float[] values(final INDArray array) {
        return m_transfers.download(Crossing.OUTPUTS, array);
    }
}
