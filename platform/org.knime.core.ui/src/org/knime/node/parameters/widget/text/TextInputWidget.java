// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Restricts a text field in the dialog; never checked headless. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {
    /** @return the text shown while the field is empty */
    String placeholder() default "";

    /** @return computes the text shown while the field is empty; the default: nothing does */
    Class<? extends StateProvider<String>> placeholderProvider() default NoPlaceholder.class;

    /** @return the pattern the text must match; the default: any */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return the smallest length; the default: any */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /** @return the largest length; the default: any */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /** @return computes the pattern; the default: nothing does */
    Class<? extends StateProvider<? extends PatternValidation>> patternValidationProvider() default NoPattern.class;
}
