// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a dialog add and remove the elements of an array of parameter groups. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {
    /** How a dialog lays out one element. */
    enum ElementLayout {
        /** The fields of an element below each other, in a card. */
        VERTICAL_CARD,
        /** The fields of an element beside each other. */
        HORIZONTAL_SINGLE_LINE
    }

    /** @return the text of the button that adds an element */
    String addButtonText() default "";

    /** @return the layout of an element */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /** @return the title of an element, followed by its number */
    String elementTitle() default "";

    /** @return whether elements can be moved */
    boolean showSortButtons() default false;

    /** @return whether elements can neither be added nor removed */
    boolean hasFixedSize() default false;
}
