// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.lang.reflect.Array;
import java.util.Locale;
import java.util.function.IntFunction;

import org.knime.core.node.InvalidSettingsException;

/** Arrays as settings of their own: their size, then their elements at the keys 0, 1, ...; nothing at all for null. */
final class StoredArray {

    private static final String SIZE = "array-size";

    private StoredArray() {
    }

    /** Reads the element of an array that stands at a key. */
    interface Element<A> {

        void read(A array, int index, ConfigBase from, String key) throws InvalidSettingsException;
    }

    /** Returns the array, null if null was stored. */
    static <A> A read(final ConfigBase from, final IntFunction<A> create, final Element<A> element)
        throws InvalidSettingsException {
        if (!from.containsKey(SIZE)) {
            return null;
        }
        final int size = from.getInt(SIZE);
        final int elements = from.keySet().size() - 1;
        if (size < 0 || size > elements) {
            throw new InvalidSettingsException("Array for key \"" + from.getKey() + "\" has " + SIZE + " " + size
                + ", but " + elements + " elements.");
        }
        final A array = create.apply(size);
        for (int i = 0; i < size; i++) {
            element.read(array, i, from, Integer.toString(i));
        }
        return array;
    }

    /** Adds the elements of an array of one of the types that settings have. */
    static void write(final ConfigBase to, final Object array) {
        if (array != null) {
            final ConfigEntries type = ConfigEntries
                .valueOf("x" + array.getClass().getComponentType().getSimpleName().toLowerCase(Locale.ROOT));
            to.addInt(SIZE, Array.getLength(array));
            for (int i = 0; i < Array.getLength(array); i++) {
                final Object value = Array.get(array, i);
                to.put(type.parse(Integer.toString(i), value == null ? null : value.toString()));
            }
        }
    }
}
