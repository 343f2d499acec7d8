// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Enables or shows a widget depending on other fields; without effect headless. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE})
public @interface Effect {
    /** What happens when the predicate holds. */
    enum EffectType {
        /** The widget can be used only when the predicate holds. */
        ENABLE,
        /** The widget cannot be used when the predicate holds. */
        DISABLE,
        /** The widget is visible only when the predicate holds. */
        SHOW,
        /** The widget is invisible when the predicate holds. */
        HIDE
    }

    /** @return the class of the predicate */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens when the predicate holds */
    EffectType type();
}
