// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Four arrays that the operations of a replica use in turn; they grow to the largest size needed. */
final class Scratch {

    private final float[][] m_arrays = new float[4][0];

    /**
     * @param which 0 to 3
     * @param length how many values must fit
     * @return that array, with any values
     */
    float[] array(final int which, final int length) {
        if (m_arrays[which].length < length) {
            m_arrays[which] = new float[length];
        }
        return m_arrays[which];
    }

    /**
     * @param which 0 to 3
     * @param values an array in row order
     * @return that array, with the values
     */
    float[] copy(final int which, final INDArray values) {
        final int length = Math.toIntExact(values.length());
        final float[] array = array(which, length);
        pointer(values).get(array, 0, length);
        return array;
    }

    /**
     * The memory of an array, to be read or written before the next operation of ND4J. On a GPU the values are fetched
     * first, and taken back by the next operation there; on the CPU both calls do nothing.
     */
    static FloatPointer pointer(final INDArray array) {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
        return (FloatPointer)array.data().pointer();
    }
}
