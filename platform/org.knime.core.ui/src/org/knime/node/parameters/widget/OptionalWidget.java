// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;

/** Gives the value with which a dialog fills an optional field that is switched on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OptionalWidget {
    /** @return the class that computes the value */
    Class<? extends DefaultValueProvider<?>> defaultProvider();

    /**
     * Computes the value of an optional field that is switched on.
     *
     * @param <T> the type of the value
     */
    interface DefaultValueProvider<T> extends StateProvider<T> {
        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }
    }
}
