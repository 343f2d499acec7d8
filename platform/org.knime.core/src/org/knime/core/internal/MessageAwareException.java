// SPDX-License-Identifier: Apache-2.0
package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** An exception that knows more than its text. */
public interface MessageAwareException {

    /** Returns the whole message. */
    Message getKNIMEMessage();
}
