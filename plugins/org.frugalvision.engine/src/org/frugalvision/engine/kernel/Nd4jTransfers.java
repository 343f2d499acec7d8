// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;
import org.frugalvision.dl4j.Backend;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The only way between the Java heap and the memory in which ND4J computes, which on a GPU is another one. Nothing else
 * may read or write values of an INDArray. Thread-safe if its listener is.
 */
final class Nd4jTransfers {

    private final Listener m_listener;

    private final boolean m_staged;

    Nd4jTransfers(final Listener listener) {
        this(listener, Backend.start().usesGpu());
    }

    /** @param staged whether values go through an array of their own, because the device has another memory */
    Nd4jTransfers(final Listener listener, final boolean staged) {
        m_listener = listener;
        m_staged = staged;
    }

    /** Is told of everything that crosses, by the thread that moves it. */
    @FunctionalInterface
    interface Listener {

        void crossed(Crossing what, long values);
    }

    /** Fills an array with values, the rest of it with zeros. */
    void upload(final Crossing what, final float[] values, final int from, final int length, final INDArray target) {
        m_listener.crossed(what, length);
        if (m_staged) {
            // a new array, because the old values of one that was computed with would come to the host first
            final float[] all =
                Arrays.copyOf(Arrays.copyOfRange(values, from, from + length), (int)target.length());
            final INDArray staged = Nd4j.create(all, target.shape(), 'c');
            target.assign(staged);
            staged.close();
        } else {
            final FloatPointer memory = (FloatPointer)target.data().pointer();
            memory.put(values, from, length);
            memory.position(length).put(new float[(int)target.length() - length]).position(0);
        }
    }

    void upload(final Crossing what, final float[] values, final INDArray target) {
        upload(what, values, 0, values.length, target);
    }

    /** Fetches the first values of an array that is no view. */
    void download(final Crossing what, final INDArray source, final float[] values, final int from,
        final int length) {
        m_listener.crossed(what, length);
        Nd4j.getAffinityManager().ensureLocation(source, Location.HOST);
        ((FloatPointer)source.data().pointer()).get(values, from, length);
    }

    float[] download(final Crossing what, final INDArray source) {
        final float[] values = new float[(int)source.length()];
        download(what, source, values, 0, values.length);
        return values;
    }
}
