// SPDX-License-Identifier: Apache-2.0
/** Where images are written to. */
package org.frugalvision.engine.save;
