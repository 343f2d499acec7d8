// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows the field in the dialog and in the options of the node description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Widget {
    /** @return the visible name, plain text */
    String title();

    /** @return the explanation, an XML fragment */
    String description();

    /** @return whether the field is among the advanced settings */
    boolean advanced() default false;
}
