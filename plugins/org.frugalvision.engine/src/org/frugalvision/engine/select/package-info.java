// SPDX-License-Identifier: Apache-2.0
/** Which images to keep, label or train on: selection of a subset under a budget. */
package org.frugalvision.engine.select;
