// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays where ND4J computes, lent and taken back by their shape, so that each is allocated once and freed by nobody
 * else. Several parts use one memory in turn; what nobody wanted for some turns is freed. Not thread-safe.
 */
final class Nd4jMemory implements AutoCloseable {

    private static final int MOST_IDLE_TURNS = 64;

    private final List<Owned> m_all = new ArrayList<>();

    private final Map<List<Long>, Deque<Owned>> m_free = new HashMap<>();

    private final Map<INDArray, Owned> m_lent = new IdentityHashMap<>();

    /** By their number. */
    private final Map<Long, INDArray> m_ones = new HashMap<>();

    /** Takes everything back: the turn of the part that had it is over. */
    void reset() {
        m_lent.clear();
        m_free.clear();
        for (final Iterator<Owned> all = m_all.iterator(); all.hasNext();) {
            final Owned one = all.next();
            one.m_idleTurns++;
            if (one.m_idleTurns > MOST_IDLE_TURNS) {
                one.m_array.close();
                all.remove();
            } else {
                m_free.computeIfAbsent(one.m_shape, shape -> new ArrayDeque<>()).add(one);
            }
        }
    }

    /** An array of any values, in C order. */
    INDArray take(final long... shape) {
        final List<Long> key = Arrays.stream(shape).boxed().toList();
        final Deque<Owned> free = m_free.get(key);
        final Owned owned;
        if (free == null || free.isEmpty()) {
            owned = new Owned(key, Nd4j.createUninitializedDetached(DataType.FLOAT, shape));
            m_all.add(owned);
        } else {
            owned = free.pop();
        }
        owned.m_idleTurns = 0;
        m_lent.put(owned.m_array, owned);
        return owned.m_array;
    }

    /** Maps of some images. */
    INDArray take(final int images, final ImageShape shape) {
        return take(images, shape.channels(), shape.height(), shape.width());
    }

    /** A row of ones, which is kept and not to be changed. */
    INDArray ones(final long count) {
        return m_ones.computeIfAbsent(count, length -> {
            final INDArray ones = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, length);
            ones.assign(1);
            return ones;
        });
    }

    /** Takes back what nobody needs any more in this turn. */
    void giveBack(final INDArray... arrays) {
        for (final INDArray array : arrays) {
            final Owned owned = m_lent.remove(array);
            m_free.computeIfAbsent(owned.m_shape, shape -> new ArrayDeque<>()).push(owned);
        }
    }

    @Override
    public void close() {
        m_all.forEach(owned -> owned.m_array.close());
        m_ones.values().forEach(INDArray::close);
        m_all.clear();
        m_ones.clear();
        m_lent.clear();
        m_free.clear();
    }

    private static final class Owned {

        private final List<Long> m_shape;

        private final INDArray m_array;

        /** How many turns ago it was lent. */
        private int m_idleTurns;

        Owned(final List<Long> shape, final INDArray array) {
            m_shape = shape;
            m_array = array;
        }
    }
}
