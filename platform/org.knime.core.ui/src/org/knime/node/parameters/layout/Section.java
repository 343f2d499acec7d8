// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a titled part of a dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {
    /** @return the title */
    String title();

    /** @return the explanation below the title */
    String description() default "";

    /** @return whether the section opens in a drawer of its own */
    boolean sideDrawer() default false;
}
