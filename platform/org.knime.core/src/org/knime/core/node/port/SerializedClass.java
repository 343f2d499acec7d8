// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** The class that a serializer is for, as said by "extends AbstractXSerializer&lt;T&gt;". */
final class SerializedClass {

    private SerializedClass() {
    }

    @SuppressWarnings("unchecked") // T is the type argument that the caller was declared with
    static <T> T newInstance(final Object serializer) {
        final Type parent = serializer.getClass().getGenericSuperclass();
        if (!(parent instanceof ParameterizedType)) {
            throw new IllegalStateException(serializer.getClass().getName() + " must name the class it is for.");
        }
        return (T)PortTypeRegistry.instantiate((Class<?>)((ParameterizedType)parent).getActualTypeArguments()[0]);
    }
}
