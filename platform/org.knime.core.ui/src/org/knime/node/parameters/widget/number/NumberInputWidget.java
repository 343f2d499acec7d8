// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Restricts a number field in the dialog; never checked headless. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {
    /** @return the smallest number; the default: any */
    Class<? extends MinValidation> minValidation() default MinValidation.class;

    /** @return the largest number; the default: any */
    Class<? extends MaxValidation> maxValidation() default MaxValidation.class;

    /** @return computes the smallest number; the default: nothing does */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider() default NoLimit.Min.class;

    /** @return computes the largest number; the default: nothing does */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider() default NoLimit.Max.class;
}
