// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.validation;

/** A limit that a dialog checks; headless only the parameters' own <code>validate()</code> is. */
public interface BuiltinValidation {
    /** @return what the dialog says when the limit is broken */
    String getErrorMessage();
}
