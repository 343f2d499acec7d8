// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stores and loads a field by a class of its own, directly in the config of the enclosing group. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persistor {
    /** @return the class, with a no-argument constructor */
    @SuppressWarnings("rawtypes")
    Class<? extends NodeParametersPersistor> value();
}
