// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Changes the key under which a field is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {
    /** @return the key; empty: the name of the field without a leading <code>m_</code> */
    String configKey() default "";

    /** @return whether the key gets the suffix <code>_Internals</code> */
    boolean hidden() default false;
}
