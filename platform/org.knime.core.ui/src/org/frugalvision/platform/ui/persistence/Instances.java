// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Creates objects by constructors of any visibility. */
final class Instances {
    private Instances() {
    }

    static <T> T create(final Class<T> type) {
        try {
            return create(type.getDeclaredConstructor());
        } catch (final NoSuchMethodException e) {
            throw new IllegalStateException("%s needs a constructor without arguments.".formatted(type.getName()), e);
        }
    }

    /** Throws what the constructor throws if that is unchecked. */
    static <T> T create(final Constructor<T> constructor, final Object... arguments) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException("%s failed.".formatted(constructor), e.getCause());
        } catch (final InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("%s cannot be called.".formatted(constructor), e);
        }
    }
}
